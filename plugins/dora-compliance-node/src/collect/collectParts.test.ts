import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { type CollectorPart, collectParts } from './collectParts';

async function readHeartbeat(...names: string[]) {
  const parts = names.map(
    (name): CollectorPart => ({
      name,
      read: async () => {
        throw new Error(`${name} needs a right`);
      },
    }),
  );
  const all = collectParts({
    target: { uri: 'https://github.com/bank/ledger', kind: 'repository' },
    parts,
    context: {
      now: () => '2026-03-01T00:00:00.000Z' as Instant,
      signal: new AbortController().signal,
    },
  });
  let last;
  for await (const reading of all) {
    last = reading.document;
  }
  return last!;
}

it('a round is not whole without a part that could not be read', async () => {
  const { complete, problem } = await readHeartbeat('runners', 'secrets');
  expect([complete, problem]).toEqual([
    false,
    'runners: runners needs a right',
  ]);
});

it('a round is whole without parts that need more rights, and still names them', async () => {
  const names = ['secrets', 'credentials', 'code-owners'];
  const { complete, problem, parts } = await readHeartbeat(...names);
  expect([complete, problem]).toEqual([true, undefined]);
  expect(parts?.map(({ part, complete: isWhole }) => [part, isWhole])).toEqual(
    names.map(name => [name, false]),
  );
});
