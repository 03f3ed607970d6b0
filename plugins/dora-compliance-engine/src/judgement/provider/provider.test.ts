import type {
  Criticality,
  Predicate,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { inEnglish } from '../../testing/inEnglish';
import { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { at, recordObserved } from '../../testing/story';
import { judgeProvider } from './provider';
import { combineChecks } from '../../registry/Judgement';

type Provider = NonNullable<Predicate<'asset-record-observed'>['provider']>;

const sound: Provider = {
  entityRef: 'resource:default/github',
  registered: true,
  identified: true,
  services: ['S19'],
  contract: 'CTR-1',
};

function judge(
  provider: Provider | undefined,
  levels: { declared?: Criticality; computed?: Criticality } = {},
) {
  return judgeMore({ declared: undefined, ...levels, provider });
}

function judgeMore(all: Partial<Predicate<'asset-record-observed'>>) {
  const checks = judgeProvider(
    recordObserved(all),
    new EvidenceIndex([], at(0)),
  );
  const failed = checks.filter(({ passed }) => passed !== true);
  return [combineChecks(checks), ...failed.map(({ cause }) => cause.code)];
}

describe('judgeProvider', () => {
  it.each<[Partial<Provider>, string]>([
    [{ identified: false }, 'provider-unidentified'],
    [{ services: [] }, 'provider-services-missing'],
    [{ contract: undefined }, 'provider-contract-missing'],
    [{ registered: false }, 'provider-unregistered'],
  ])('misses what the register needs: %j', (flaw, code) => {
    const levels = { declared: 'important' as const };
    expect(judge({ ...sound, ...flaw }, levels)).toEqual([false, code]);
  });

  it('misses the provider itself', () => {
    expect(judge(undefined)).toEqual([false, 'provider-missing']);
  });

  it('is not known where facts suggest a provider and nobody names one', () => {
    const facts = ['location', 'support'] as const;
    expect(judgeMore({ providerFacts: [...facts] })).toEqual([
      null,
      'provider-undeclared',
    ]);
    expect(judgeMore({ providerFacts: ['pipeline', 'support'] })).toEqual([
      false,
      'provider-missing',
    ]);
  });

  it.each([
    [true, { until: '2026-12-31' }],
    [false, { until: '2026-02-27' }, 'exemption-ended'],
    [false, { until: '2027-03-02' }, 'exemption-too-long'],
    [null, {}, 'exemption-unconfirmed'],
    [null, { reason: 'n/a', until: '2026-12-31' }, 'provider-undeclared'],
  ])('may be none: %s of %j', (passed, declared, ...codes) => {
    const noProvider = { reason: 'Run by ourselves', ...declared };
    const facts = { providerFacts: ['location' as const] };
    expect(judgeMore({ ...facts, noProvider })).toEqual([passed, ...codes]);
  });

  it('may be none for a pipeline as well', () => {
    const reason = 'A server of our own';
    expect(
      judgeMore({
        providerFacts: ['pipeline'],
        noProvider: { reason, until: '2026-12-31' },
      }),
    ).toEqual([true]);
    expect(
      judgeMore({
        providerFacts: ['pipeline'],
        noProvider: { reason: '-', until: '2026-12-31' },
      }),
    ).toEqual([false, 'provider-missing']);
  });

  const critical = 'critical-or-important';
  it.each([
    [false, { declared: critical }],
    [false, { declared: 'standard', computed: critical }],
    [false, { declared: critical, computed: 'standard' }],
    [false, { computed: critical }],
    [true, { declared: 'important', computed: 'standard' }],
    [null, { computed: 'standard' }],
    [null, {}],
  ] as [boolean | null, { declared?: Criticality; computed?: Criticality }][])(
    'without subcontractors: %j of %j',
    (verdict, levels) => {
      expect(judge(sound, levels)[0]).toBe(verdict);
      expect(judge({ ...sound, subcontractors: 0 }, levels)).toEqual([true]);
    },
  );

  it('tells none from unknown subcontractors in its sentences', () => {
    const say = (code: string, params = {}) =>
      inEnglish.sentence({ code, params });
    expect(say('subcontractors-declared', { count: 0 })).toBe(
      'The provider declares that it has no subcontractors.',
    );
    expect(say('subcontractors-not-needed', { level: critical })).toContain(
      'critical or important',
    );
  });
});
