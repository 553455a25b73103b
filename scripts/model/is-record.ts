/** Whether data that came from elsewhere are an object with keys: no list, and not nothing. */
export function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
