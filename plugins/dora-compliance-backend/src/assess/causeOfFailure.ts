/** The place in the code is enough to find the cause. */
const MOST_FRAMES = 5;

const columns = ['table', 'column', 'constraint'] as const;

/**
 * What may be logged about an error: its kind and where it was thrown. Messages
 * are left out: those of databases and parsers quote the input.
 */
export function causeOfFailure(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) {
    return { kind: typeof error };
  }
  const told = error as Error & Record<string, unknown>;
  const known = ['code', ...columns].flatMap(name =>
    typeof told[name] === 'string' ? [[name, told[name]]] : [],
  );
  const frames = (error.stack ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line.startsWith('at '))
    .slice(0, MOST_FRAMES);
  return {
    kind: error.name,
    ...Object.fromEntries(known),
    where: frames.join(' '),
  };
}
