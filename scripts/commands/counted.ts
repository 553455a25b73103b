/** `1 chapter`, `2 chapters`, `1,024 pages`: an English count. */
export function counted(number: number, noun: string): string {
  return `${new Intl.NumberFormat('en').format(number)} ${noun}${number === 1 ? '' : 's'}`;
}
