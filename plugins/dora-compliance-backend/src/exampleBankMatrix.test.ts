import {
  type Assessment,
  type Instant,
  nodeFromEntity,
  type Reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { readCatalog } from '@ict-assurance/example-bank/catalog';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import { MeridianBank } from './__testUtils__/MeridianBank';
import { listPipelinesNotListed } from './register/KnexPipelinesNotListed';
import { type Expectation, readExpected } from './__testUtils__/readExpected';

const AGES_AGO = '2026-01-01T00:00:00.000Z' as Instant;
const databases = new FreshDatabases();
const expected = readExpected();

/** The latest assessments of each asset of the bank, by control. */
let found: Map<string, Map<string, Assessment>>;
let flawed: { source_id: string; state: string }[];
let notListed: Map<string, string[]>;

beforeAll(async () => {
  const knex = await databases.init('SQLITE_3');
  const bank = await MeridianBank.open(knex);
  await bank.receive();
  found = new Map();
  for (const entity of await readCatalog()) {
    const node = nodeFromEntity(entity);
    if (node?.node === 'asset') {
      found.set(node.entityRef, await bank.assessments(node.entityRef));
    }
  }
  flawed = await bank.listFlawed();
  notListed = await listPipelinesNotListed(knex, AGES_AGO);
  await bank.stop();
});

it('reads all that each system sends, without a flaw', () => {
  expect(flawed).toEqual([]);
});

it('knows all pipelines that run, but one', () => {
  expect([...notListed.values()]).toEqual([['Hotfix']]);
});

it('lists each asset of the catalog', () => {
  expect([...expected.keys()].sort()).toEqual([...found.keys()].sort());
});

it('lists each control for each asset', () => {
  for (const [entityRef, controls] of expected) {
    const ids = [...found.get(entityRef)!.keys()].map(shortenId);
    expect([entityRef, [...controls.keys()].sort()]).toEqual([
      entityRef,
      ids.sort(),
    ]);
  }
});

it('finds what is expected of each asset and control', () => {
  const differences = [...found].flatMap(([entityRef, assessments]) =>
    [...assessments].flatMap(([id, assessment]) => {
      const wanted = expected.get(entityRef)?.get(shortenId(id));
      const told = tell(assessment, wanted);
      const written = wanted && writeDown(wanted);
      return told === written
        ? []
        : `${entityRef} ${id}: expected ${written}, found ${told}`;
    }),
  );
  expect(differences).toEqual([]);
});

/** The status, and where reasons are expected, those of all that has it. */
function tell(assessment: Assessment, wanted?: Expectation): string {
  const { status, reason, rows } = assessment;
  const alike = rows.filter(row => row.status === status);
  const reasons = [{ reason }, ...alike].map(one => nameReason(one.reason));
  const isPlain = status !== 'not-satisfied' && !wanted?.reasons.length;
  return writeDown({ status, reasons: isPlain ? [] : reasons });
}

function writeDown({ status, reasons }: Expectation): string {
  return [status, ...[...new Set(reasons)].sort()].join(' ');
}

/** The code of a reason, or the requirement of an assertion that does not hold. */
function nameReason({ code, params }: Reason): string {
  return code === 'assertion-false' ? (params as { id: string }).id : code;
}

function shortenId(id: string): string {
  return id.slice(0, 'chg-02'.length);
}
