/** A rectangle of a page: left, bottom, right, top, pt. */
export type Box = readonly [number, number, number, number];

/** A transformation as PDF writes it (ISO 32000-1, section 8.3.4). */
export type Matrix = readonly [number, number, number, number, number, number];

export function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l];
}

export function pointBox([a, b, c, d, e, f]: Matrix, x: number, y: number): Box {
  const [across, up] = [a * x + c * y + e, b * x + d * y + f];
  return [across, up, across, up];
}

export function around(one: Box, other: Box): Box {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}

export function common(one: Box, other: Box): Box {
  return [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ];
}

export function grown([left, bottom, right, top]: Box, by: number): Box {
  return [left - by, bottom - by, right + by, top + by];
}

export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}
