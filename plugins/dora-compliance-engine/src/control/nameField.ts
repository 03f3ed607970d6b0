/** Runs a step of compiling; an error of it names the field of the control. */
export function nameField<T>(field: string, compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new Error(`${field}: ${cause}`, { cause: error });
  }
}
