import { describeProblem } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import {
  readConformance,
  readSchemas,
} from '../__testUtils__/recordings.corpora';
import { readCdEvent } from './readCdEvent';

const scope = { productionEnvironments: ['live'] };
const conformance = readConformance();

describe('the official schemas', () => {
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  ajv.addSchema(readSchemas());
  const validators = new Map(
    readSchemas().flatMap(schema => {
      const type = readType(schema);
      return type ? [[type, ajv.getSchema(String(schema.$id))!]] : [];
    }),
  );
  const isOfficial = (type: string, event: unknown) =>
    Boolean(validators.get(type)?.(event));
  const problem = (event: unknown) => {
    try {
      readCdEvent(event, scope);
      return undefined;
    } catch (error) {
      return describeProblem(error);
    }
  };

  it('hold for all conformance events', () => {
    expect(
      conformance.filter(({ event }) => !isOfficial(event.context.type, event)),
    ).toEqual([]);
  });

  it('accept nothing that is refused here', () => {
    const value = fc.oneof(
      fc.constantFrom(undefined, null, '', 'x', 'https://x/y', {}, { id: 'x' }),
      fc.constantFrom('2016-12-31T23:59:60Z', '2022-11-11t13:52:20.5+02:00'),
      fc.jsonValue(),
    );
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...conformance),
        fc.nat(),
        value,
        ({ event }, place, other) => {
          const changed = structuredClone(event);
          const spots = spotsIn(changed);
          const [holder, key] = spots[place % spots.length]!;
          holder[key] = other;
          const official = isOfficial(event.context.type, changed);
          accepted += Number(official);
          expect(official ? problem(changed) : undefined).toBeUndefined();
        },
      ),
      { numRuns: 2000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  it('demand of events that are evidence what is demanded here', () => {
    // A repository is known by its id, whatever else is reported on it.
    const used = conformance.filter(
      ({ file, event }) =>
        !file.startsWith('repository_') &&
        readCdEvent(event, scope).statements.length > 0,
    );
    expect(used.length).toBeGreaterThan(8);
    for (const { event: whole } of [
      ...used,
      conformance.find(({ file }) => file === 'approval_closed.json')!,
    ]) {
      // Links between events, bills of materials and the repository of a
      // branch, which is no address, are not read.
      const event = structuredClone(whole);
      delete event.context.links;
      delete event.subject.content.sbom;
      delete event.subject.content.repository;
      for (let place = 0; place < spotsIn(event).length; place += 1) {
        const changed = structuredClone(event);
        const [holder, key] = spotsIn(changed)[place]!;
        delete holder[key];
        expect([key, problem(changed) === undefined]).toEqual([
          key,
          isOfficial(event.context.type, changed),
        ]);
      }
    }
  });
});

function readType(schema: Record<string, unknown>): string | undefined {
  const { properties } = schema as {
    properties?: {
      context?: { properties?: { type?: { default?: string } } };
    };
  };
  return properties?.context?.properties?.type?.default;
}

/** All fields of an event, as their holder and name. */
function spotsIn(root: object): [Record<string, unknown>, string][] {
  return Object.entries(root).flatMap(([key, value]) => [
    [root as Record<string, unknown>, key] as [Record<string, unknown>, string],
    ...(typeof value === 'object' && value !== null ? spotsIn(value) : []),
  ]);
}
