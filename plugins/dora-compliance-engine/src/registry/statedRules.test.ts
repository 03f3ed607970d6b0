import type { Check } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { EvidenceIndex } from '../lineage/EvidenceIndex';
import { asset, at, deployed } from '../testing/story';
import { builtIn } from './builtIn';
import { checkJudgementName } from './checkJudgementName';
import { combineChecks, judgeEvidence } from './Judgement';
import { joinNeeds } from './Needs';
import { definePopulation } from './Population';

describe('the verdict of checks', () => {
  it.each<[boolean | null, (boolean | null)[]]>([
    [true, [true, true]],
    [false, [true, false, null]],
    [false, [null, false]],
    [null, [true, null]],
    [null, [null]],
    // Without a check nothing is satisfied.
    [null, []],
  ])('is %s: %j', (verdict, answers) => {
    const checks = answers.map(passed => ({ passed } as Check));
    expect(combineChecks(checks)).toBe(verdict);
  });
});

describe('needs', () => {
  it('are those of all parts together', () => {
    const read = { key: 'asset', read: 'latest' } as const;
    const parts = [
      { evidence: [{ types: ['sbom' as const], ...read }] },
      {
        evidence: [
          { types: ['sbom' as const, 'provenance' as const], ...read },
        ],
      },
    ];
    expect(joinNeeds(parts).evidence).toHaveLength(2);
    expect(joinNeeds(parts).people).toBe(false);
    expect(joinNeeds([...parts, { evidence: [], people: true }]).people).toBe(
      true,
    );
  });
});

describe('a judgement of evidence', () => {
  const index = new EvidenceIndex([], at(1));
  const context = { index, asset, asOf: at(1), gaps: [], parameters: {} };
  const describes = { kind: 'deployment', at: at(1) } as const;

  it('judges the first piece, and nothing where there is none', () => {
    const judge = judgeEvidence(item => [{ evidence: [item.id] } as never]);
    const [one, two] = [deployed(1, 'a'), deployed(2, 'b')];
    const member = { value: {}, evidence: [one, two], describes };
    expect(judge(member, context)).toEqual([{ evidence: [one.id] }]);
    expect(judge({ ...member, evidence: [] }, context)).toEqual([]);
  });
});

describe('the name of a judgement', () => {
  it.each(['bank.window', 'bank.title', 'asset.window', 'bankOne.windowTwo'])(
    'may be %s',
    name => {
      expect(() => checkJudgementName({ name })).not.toThrow();
    },
  );

  it.each([
    'Bank.window',
    'bank.Window',
    'bank.window.x',
    'x bank.window',
    'bank window',
    'bank.window2',
    'asOf.window',
    'bank.',
  ])('can not be %s', name => {
    expect(() => checkJudgementName({ name })).toThrow(
      `The judgement "${name}" needs a name such as`,
    );
  });
});

describe('a population that a control declares', () => {
  const certificates = definePopulation({
    name: 'certificate',
    clause: z.strictObject({ where: z.strictObject({ days: z.number() }) }),
    create: ({ where }) => ({
      member: { name: `certificate-${where.days}`, schema: z.object({}) },
      needs: { evidence: [] },
      find: () => ({ members: [] }),
    }),
  });
  const registry = builtIn.extend({ populations: [certificates] });
  const create = (clause: object, ...field: string[]) =>
    registry.createPopulation(
      { each: 'certificate', ...clause } as never,
      ...field,
    );

  it('is created from its fields', () => {
    expect(create({ where: { days: 3 } }).member.name).toBe('certificate-3');
  });

  it('names the field that is wrong', () => {
    expect(() => create({ where: { days: 'x' } })).toThrow(
      /^population\.where\.days: /,
    );
    expect(() => create({}, 'assess.1.population')).toThrow(
      /^assess\.1\.population\.where: /,
    );
    expect(() => create({ where: { days: 1 }, odd: 1 })).toThrow(
      /^population: Unrecognized key/,
    );
    expect(() => certificates.create({ each: 'certificate' })).toThrow(
      /^population\.where: /,
    );
  });

  it('exists, or the nearest name is told', () => {
    expect(() =>
      registry.createPopulation({ each: 'certificat' }, 'assess.0.population'),
    ).toThrow(
      'assess.0.population.each: there is no population "certificat"; did you mean "certificate"?',
    );
  });
});
