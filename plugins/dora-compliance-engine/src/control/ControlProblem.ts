/**
 * A control that can't be compiled: which field is wrong, and why.
 *
 * @public
 */
export class ControlProblem extends Error {
  override readonly name = 'ControlProblem';

  constructor(
    /** The field in the file of the control, such as `assess.0.assert`. */
    readonly field: string,
    readonly problem: string,
  ) {
    super(`${field}: ${problem}`);
  }
}
