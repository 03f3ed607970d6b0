import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { parseControl } from './loadControlFolder';
import { loadProvisions } from './loadProvisions';
import { requireKnownProvisions } from './requireKnownProvisions';

const index = {
  DORA: { '9(4)(e)': 'Change.', '30(2)': 'Terms.', '30(3)': 'More terms.' },
  'ITS-2024/2956': { 'B_05.01': 'Providers.' },
};

function cite(provisions: string, more = ''): Control {
  return parseControl(
    `id: chg-99-test
code: CHG-99
title: A test
objective: To test
provisions: [${provisions}]
lens: { area: resilience }
appliesTo: { kind: component }
severity: { critical-or-important: high, important: medium, standard: low }
population: { each: service-deployed, within: P90D }
assess: [{ id: it, text: It., assert: change.independence.satisfied }]
remediation: Fix it.
${more}`,
    'control.yaml',
  );
}

const findProblem = (control: Control, indexes = [index]) => {
  try {
    requireKnownProvisions([control], indexes);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
};

const dora = "{ act: DORA, ref: '9(4)(e)', relation: supports }";

describe('requireKnownProvisions', () => {
  it.each([
    dora,
    "{ act: DORA, ref: '30(2)-(3)', relation: requires }",
    '{ act: ITS-2024/2956, ref: B_05.01, relation: requires }',
  ])('accepts %s', provision => {
    expect(findProblem(cite(provision))).toBeUndefined();
  });

  it.each([
    [
      "{ act: DORA, ref: '9(4)(f)', relation: supports }",
      'chg-99-test: provisions.0.ref cites DORA 9(4)(f), which is in no index of provisions; the nearest known one is DORA 9(4)(e). Correct',
    ],
    [
      `${dora}, { act: DORA, ref: '30(3)-(4)', relation: supports }`,
      'chg-99-test: provisions.1.ref cites DORA 30(4), which',
    ],
    [
      "{ act: RTS-2024/1774, ref: '9', relation: supports }",
      'cites RTS-2024/1774 9, which is in no index of provisions; the nearest known one is ',
    ],
  ])('refuses %s', (provision, message) => {
    expect(findProblem(cite(provision))).toContain(message);
  });

  it('checks the basis of a parameter', () => {
    const control = cite(
      dora,
      "parameters: { most: { critical-or-important: 1, important: 2, standard: 3, basis: { act: DORA, ref: '9(4)(d)' } } }",
    );
    expect(findProblem(control)).toContain(
      'chg-99-test: parameters.most.basis.ref cites DORA 9(4)(d)',
    );
  });

  it('refuses a regime in which no provision binds', () => {
    const full = dora.replace('}', ', regimes: [full] }');
    const control = cite(full, 'regimes: [full, simplified]');
    expect(findProblem(control)).toContain(
      'chg-99-test: regimes has simplified, in which none of its provisions binds',
    );
  });

  it('accepts what one of several indexes has', () => {
    expect(findProblem(cite(dora), [{ DORA: {} } as never, index])).toBe(
      undefined,
    );
  });

  it('refuses everything without an index', () => {
    expect(findProblem(cite(dora), [])).toContain(
      'cites DORA 9(4)(e), which is in no index of provisions. Correct',
    );
  });
});

describe('loadProvisions', () => {
  let folder = '';

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'provisions-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  async function load(text: string) {
    const file = path.join(folder, 'provisions.yaml');
    await writeFile(file, text);
    return loadProvisions(file).catch(String);
  }

  it('reads what each provision says', async () => {
    expect(await load("DORA:\n  '7': Capacity.\n")).toEqual({
      DORA: { '7': 'Capacity.' },
    });
  });

  it.each([
    ['provisions.yaml:1: NIS2', "NIS2:\n  '21': Measures.\n"],
    ['provisions.yaml:2: DORA.Art 7', "DORA:\n  'Art 7': Capacity.\n"],
    ['provisions.yaml:3: DORA.8', "DORA:\n  '7': Capacity.\n  '8': ''\n"],
    ['must be a single provision', "DORA:\n  '8(1)-(2)': Assets.\n"],
    ['must be a single provision', "DORA:\n  '8(1),(2)': Assets.\n"],
  ])('says %s', async (message, text) => {
    expect(await load(text)).toContain(message);
  });
});
