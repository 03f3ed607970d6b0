/** An address of a run, without the attempt that some pages name. */
export function nameRun(url: string): string {
  return url
    .replace(/\/attempts\/\d+$/, '')
    .replace(/\/$/, '')
    .toLowerCase();
}

/** Whether two addresses are of one run, whichever attempt they name. */
export function isSameRun(a: string, b: string): boolean {
  return nameRun(a) === nameRun(b);
}
