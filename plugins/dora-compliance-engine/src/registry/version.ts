/**
 * The version of what the engine does for every control: populations and judgements
 * have their own. Raise it with every change of `assertion/`, `control/`, `evaluate/`,
 * `lineage/` or shared functions that can change a status, a row or a reason.
 */
export const EVALUATOR_VERSION = 4;

/** A part without one has not changed since it was written. */
export const FIRST_VERSION = 1;

/** @throws an Error if a version is not a positive integer */
export function checkVersion(
  what: string,
  { name, version = FIRST_VERSION }: { name: string; version?: number },
): void {
  if (!Number.isSafeInteger(version) || version < FIRST_VERSION) {
    throw new Error(
      `The version ${version} of the ${what} "${name}" is not valid: write a positive integer`,
    );
  }
}
