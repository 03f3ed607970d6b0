import { ControlProblem } from './ControlProblem';

/**
 * Runs a step of compiling.
 *
 * @throws a ControlProblem about the field, unless the step names a field itself
 */
export function nameField<T>(field: string, compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    if (error instanceof ControlProblem) {
      throw error;
    }
    throw new ControlProblem(
      field,
      error instanceof Error ? error.message : String(error),
    );
  }
}
