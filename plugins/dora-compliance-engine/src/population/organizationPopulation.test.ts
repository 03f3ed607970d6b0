import {
  computeDigest,
  type Evidence,
  type IctAsset,
  type Instant,
  type Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import fc from 'fast-check';
import { compileControl } from '../control/compileControl';
import { evaluateControl } from '../evaluate/evaluateControl';
import { assertingOver } from '../testing/assess';
import { inEnglish } from '../testing/inEnglish';
import { asset, at, evidence } from '../testing/story';
import { builtIn } from '../registry/builtIn';

const HOUR = 60;
const NOW = at(100 * 24 * HOUR);
const hoursAgo = (hours: number) => at((100 * 24 - hours) * HOUR);

const TYPE = 'organization-settings-observed';
const BANK = 'https://github.com/bank';

const twoFactors = assertingOver(
  { each: 'organization', from: TYPE, within: 'P2D' },
  'member.requiresTwoFactor == true',
);
const compiled = compileControl(twoFactors);

type Settings = Predicate<typeof TYPE>;

function read(
  uri: string,
  hours: number,
  more: Partial<Settings> = {},
): Evidence {
  const item = evidence(TYPE, hoursAgo(hours), {
    complete: true,
    name: uri.split('/').at(-1)!,
    account: 'organization',
    requiresTwoFactor: true,
    ...more,
  });
  const subjects = [{ kind: 'organization' as const, uri }];
  const id = computeDigest(`${uri} ${item.id}`);
  return { ...item, id, subjects } as Evidence;
}

const of = (...repositories: string[]): IctAsset => ({
  ...asset,
  repositories,
  linked: repositories.length > 0,
});
const LEDGER = of(`${BANK}/ledger`);

const judge = (
  all: readonly Evidence[],
  about: IctAsset = LEDGER,
  asOf: Instant = NOW,
) =>
  evaluateControl(compiled, {
    asset: about,
    evidence: all,
    asOf,
    sourceHeard: true,
    gaps: [],
    people: [],
  });

const tell = (...asked: Parameters<typeof judge>) => {
  const { status, reason, rows } = judge(...asked);
  const why = rows[0]?.reason ?? reason;
  return `${status}: ${inEnglish.sentence(why)}`;
};

describe('the organizations of an asset', () => {
  it('are judged by their latest reading', () => {
    const off = { requiresTwoFactor: false };
    expect(tell([read(BANK, 20, off), read(BANK, 8)])).toMatch(/^satisfied/);
    expect(tell([read(BANK, 20), read(BANK, 8, off)])).toBe(
      'not-satisfied: The requirement "it" is not met: requiresTwoFactor = false.',
    );
  });

  it('are each a member, once, with what is known of it', () => {
    const about = of(
      `${BANK}/ledger`,
      `${BANK}/Vault`,
      'https://a.example/b/c',
    );
    const { status, rows, validUntil } = judge([read(BANK, 8)], about);
    expect(status).toBe('not-assessed');
    expect(rows.map(({ member, status: one }) => [member.title, one])).toEqual([
      ['https://a.example/b', 'not-assessed'],
      ['bank', 'satisfied'],
    ]);
    expect(rows[1]).toMatchObject({
      member: { kind: 'organization', uri: BANK, at: hoursAgo(8) },
      checks: [{ evidence: [read(BANK, 8).id] }],
    });
    expect(validUntil).toBe(hoursAgo(8 - 48));
  });

  it('are found whatever the case of their addresses', () => {
    expect(tell([read('https://github.com/Bank', 8)])).toMatch(/^satisfied/);
  });

  it('that nobody read are unknown, by their names', () => {
    expect(judge([]).rows[0]?.member).toEqual({
      kind: 'organization',
      title: BANK,
      uri: BANK,
      at: NOW,
    });
    expect(tell([])).toBe(
      'not-assessed: The settings of the organization https://github.com/bank are not known: no source has read them. There is no evidence of the type "organization-settings-observed".',
    );
  });

  it('of other assets are of no interest', () => {
    const other = 'https://github.com/other';
    expect(judge([read(other, 8)])).toEqual(judge([]));
  });

  it('that were read too long ago are unknown', () => {
    const { rows, validUntil } = judge([read(BANK, 48)]);
    expect(rows[0]?.reason).toEqual({
      code: 'evidence-stale',
      params: { observedAt: hoursAgo(48), days: 2 },
    });
    expect(validUntil).toBeUndefined();
    expect(judge([read(BANK, 47)]).status).toBe('satisfied');
  });

  it('of which a field was not reported are unknown, never without it', () => {
    const hidden = {
      complete: false,
      problem: 'GitHub reports the settings of bank only to its owners',
      requiresTwoFactor: undefined,
    };
    expect(tell([read(BANK, 8, hidden)])).toBe(
      'not-assessed: The source could not be read completely: GitHub reports the settings of bank only to its owners. What was not read could be a finding.',
    );
    const absent = { requiresTwoFactor: undefined };
    expect(judge([read(BANK, 8, absent)]).rows[0]?.reason.code).toBe(
      'value-missing',
    );
  });

  it('that were read in part can fail, but not comply', () => {
    const partly = { complete: false, problem: 'HTTP 500' };
    expect(judge([read(BANK, 8, partly)]).status).toBe('not-assessed');
    const off = { ...partly, requiresTwoFactor: false };
    expect(judge([read(BANK, 8, off)]).status).toBe('not-satisfied');
  });

  it('count as they were known at the instant', () => {
    const all = [read(BANK, 60, { requiresTwoFactor: false }), read(BANK, 8)];
    expect(judge(all, LEDGER, hoursAgo(30)).status).toBe('not-satisfied');
    expect(judge(all, LEDGER, hoursAgo(61)).status).toBe('not-assessed');
  });

  it('say nothing of an asset without a repository', () => {
    expect(tell([read(BANK, 8)], of())).toBe(
      'not-assessed: No organization of this asset has been read yet: there is no evidence of the type "organization-settings-observed".',
    );
  });
});

describe('an account of a person', () => {
  const ANNA = 'https://github.com/anna';
  const person = { account: 'person', requiresTwoFactor: undefined } as const;
  const about = of(`${ANNA}/notes`);

  it('is no organization, as far as that is known', () => {
    expect(tell([read(ANNA, 8, person)], about)).toBe(
      'not-applicable: The repositories of this asset belong to accounts of people, not to an organization: https://github.com/anna.',
    );
    expect(judge([read(ANNA, 8, person)], about).validUntil).toBe(
      hoursAgo(8 - 48),
    );
    expect(judge([read(ANNA, 49, person)], about).status).toBe('not-assessed');
    expect(judge([], about).status).toBe('not-assessed');
  });

  it('is named with all others that own repositories', () => {
    const erik = 'https://github.com/erik';
    const { reason } = judge(
      [read(ANNA, 8, person), read(erik, 8, person)],
      of(`${ANNA}/notes`, `${erik}/notes`),
    );
    expect(reason.params).toEqual({ accounts: `${ANNA}, ${erik}` });
  });

  it('hides no organization', () => {
    const both = of(`${ANNA}/notes`, `${BANK}/ledger`);
    const known = read(ANNA, 8, person);
    expect(judge([known], both).status).toBe('not-assessed');
    expect(judge([known, read(BANK, 8)], both).rows).toHaveLength(1);
  });
});

describe('laws of organizations', () => {
  // Of two readings at one instant, neither is the latest.
  const story = fc.uniqueArray(
    fc
      .record({
        uri: fc.constantFrom(
          BANK,
          'https://a.example/b',
          'https://a.example/x',
        ),
        hours: fc.integer({ min: 1, max: 90 }),
        settings: fc.record(
          {
            requiresTwoFactor: fc.boolean(),
            complete: fc.boolean(),
            account: fc.constantFrom('organization', 'person'),
          },
          { requiredKeys: ['complete', 'account'] },
        ),
      })
      .map(({ uri, hours, settings }) =>
        read(uri, hours, settings as Partial<Settings>),
      ),
    {
      maxLength: 6,
      selector: ({ subjects, observedAt }) =>
        `${subjects[0]?.uri} ${observedAt}`,
    },
  );
  const about = of(`${BANK}/ledger`, 'https://a.example/b/c');
  const isGood = (all: readonly Evidence[]) =>
    ['satisfied', 'not-applicable'].includes(judge(all, about).status);

  it('without any reading of one of them, nothing is satisfied', () => {
    fc.assert(
      fc.property(
        story,
        fc.constantFrom(BANK, 'https://a.example/b'),
        (all, uri) => {
          const rest = all.filter(({ subjects }) => subjects[0]?.uri !== uri);
          expect(isGood(rest)).toBe(false);
        },
      ),
      { seed: 20260301, numRuns: 200 },
    );
  });

  it('the order, and readings of others, change nothing', () => {
    fc.assert(
      fc.property(story, all => {
        const own = all.filter(
          ({ subjects }) => subjects[0]?.uri !== 'https://a.example/x',
        );
        expect(judge([...all].reverse(), about)).toEqual(judge(own, about));
      }),
      { seed: 20260301, numRuns: 200 },
    );
  });
});

describe('what reads organizations', () => {
  it('reads their type, the latest only', () => {
    expect(compiled.needs.evidence).toEqual([
      { types: [TYPE], key: 'organization', read: 'latest' },
    ]);
  });

  it('is this population only', () => {
    const asAsset = { ...twoFactors.population, each: 'asset' };
    expect(() =>
      compileControl(assertingOver(asAsset, 'member.requiresTwoFactor')),
    ).toThrow(
      'population: evidence of the type "organization-settings-observed" is about organizations: read it by the population "organization"',
    );
  });

  it('is a judgement only if it says so', () => {
    const judgement = {
      name: 'organization.factors',
      member: TYPE,
      needs: {
        evidence: [
          { types: ['settings-changed'], key: 'organization', read: 'latest' },
        ],
      },
      judge: () => [],
    };
    expect(() =>
      compileControl(
        assertingOver(twoFactors.population, `${judgement.name}.satisfied`),
        builtIn.extend({ judgements: [judgement as never] }),
      ),
    ).toThrow(
      'assess.0.assert: evidence of the type "settings-changed" is not about organizations',
    );
  });
});
