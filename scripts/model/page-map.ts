/** Printed page labels by anchor id (`iii`, `12`). Print makes it; contents and page lists read it. */
export type PageMap = Readonly<Record<string, string>>;
