import { parseStatement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import fc from 'fast-check';
import {
  application,
  delivery,
  digests,
  list,
  options,
  pod,
  running,
} from './__testUtils__/documents';
import { read } from './__testUtils__/read';
import { wrapReading } from './envelope';
import { normaliseRuntime } from './normaliseRuntime';

/** A pod of one of some entities, with one of some images. */
const anyPod = fc
  .record({
    entity: fc.constantFrom('ledger', 'payments', 'cards'),
    name: fc.stringMatching(/^[a-z]{3}$/),
    namespace: fc.constantFrom('core', 'idle', 'elsewhere', 'kube-system'),
    digest: fc.constantFrom(...Object.values(digests), undefined),
    phase: fc.constantFrom('Pending', 'Running', 'Succeeded', 'Unknown'),
  })
  .map(({ entity, name, namespace, digest, phase }) =>
    pod({
      metadata: {
        name,
        namespace,
        labels: { 'backstage.io/kubernetes-id': entity },
      },
      spec: { containers: [{ name: 'app', image: `${entity}:1` }] },
      status: {
        phase,
        containerStatuses: [
          running('app', `${entity}:1`, digest ? `${entity}@${digest}` : ''),
        ],
      },
    }),
  );

const pods = fc.array(anyPod, { minLength: 1, maxLength: 8 });

/** Where values of a document stand. */
function listPaths(value: unknown, path: string[] = []): string[][] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => [
        [...path, key],
        ...listPaths(part, [...path, key]),
      ])
    : [];
}

/** The document with another value at a place, or without it. */
function replaceAt(
  root: object,
  path: readonly string[],
  value: unknown,
): object {
  const copy = structuredClone(root) as Holder;
  const last = path.at(-1)!;
  const holder = path.slice(0, -1).reduce((at, key) => at[key] as Holder, copy);
  if (value === undefined) {
    delete holder[last];
  } else {
    holder[last] = value;
  }
  return copy;
}

type Holder = Record<string, unknown>;

const odd = fc.oneof(
  fc.constant(undefined),
  fc.jsonValue(),
  fc.constantFrom('\0', '\ud800', 'x'.repeat(5000), -1, 1e300, [null]),
);

const documents = fc.oneof(
  pods.map(items => list(items)),
  anyPod,
  fc.constant(list([application(), application({ metadata: { name: 'b' } })])),
);

it('reads every mutated document: valid statements, or a reason', () => {
  fc.assert(
    fc.property(documents, fc.nat(), odd, (document, nth, value) => {
      const paths = listPaths(document);
      const mutated = replaceAt(document, paths[nth % paths.length]!, value);
      const answer = normaliseRuntime(wrapReading(delivery(mutated)), options);
      const { reason, statements } =
        answer.outcome === 'rejected'
          ? { reason: answer.reason, statements: [] }
          : { reason: 'runtime: read', statements: answer.statements };
      expect(reason).toMatch(/^runtime: \S/);
      const text = JSON.stringify(mutated);
      for (const statement of statements) {
        expect(parseStatement(statement)).toEqual(statement);
        const { predicate } = statement;
        if (!('artifacts' in predicate) || !('complete' in predicate)) {
          throw new Error('the source makes no other statements');
        }
        expect(predicate.complete).toBe(predicate.problem === undefined);
        for (const { digest } of predicate.artifacts) {
          expect(digest === undefined || text.includes(`@${digest}`)).toBe(
            true,
          );
        }
      }
    }),
    { numRuns: 1000 },
  );
});

it('says the same in whatever order objects stand', () => {
  const bySubject = (said: ReturnType<typeof read>['said']) =>
    [...said].sort((one, other) =>
      `${one.entity} ${one.place}` < `${other.entity} ${other.place}` ? -1 : 1,
    );
  fc.assert(
    fc.property(pods, items => {
      const forward = bySubject(read(list(items)).said);
      expect(bySubject(read(list([...items].reverse())).said)).toEqual(forward);
    }),
  );
});

it('makes one statement for each entity and place', () => {
  fc.assert(
    fc.property(pods, items => {
      const keys = read(list(items)).said.map(
        ({ entity, place }) => `${entity} ${place}`,
      );
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

it('is never complete if a part of the list is missing', () => {
  fc.assert(
    fc.property(pods, items => {
      const { said, flaws } = read(list(items, { continue: 'next' }));
      expect(said.filter(({ complete }) => complete)).toEqual([]);
      expect(flaws).not.toEqual([]);
    }),
  );
});

it('loses nothing of other pods to one that can not be read', () => {
  fc.assert(
    fc.property(pods, fc.jsonValue(), fc.nat(), (items, bad, nth) => {
      const place = nth % (items.length + 1);
      const all = [...items.slice(0, place), bad, ...items.slice(place)];
      const toArtifacts = ({ said }: ReturnType<typeof read>) =>
        said.map(({ entity, artifacts }) => ({ entity, artifacts }));
      const spoiled = read(list(all));
      expect(toArtifacts(spoiled)).toEqual(toArtifacts(read(list(items))));
      expect(spoiled.said.filter(({ complete }) => complete)).toEqual([]);
    }),
  );
});
