import {
  type Assessment,
  canonicalJson,
  computeDigest,
  type Control,
  type ControlStatus,
  type Evidence,
  type IctAsset,
  type Instant,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  addWords,
  builtIn,
  compileControl,
  english,
  type EvaluationInput,
  evaluateControl,
  explain,
  type Judgement,
  type PopulationType,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';

/**
 * A story, and what a control has to say about it.
 *
 * @public
 */
export type ControlCase = {
  name: string;
  evidence: readonly Evidence[];
  asset?: Partial<IctAsset>;
  input?: Partial<EvaluationInput>;
  expect: { status: ControlStatus; reason: string };
};

/**
 * A control, with the populations and judgements that an organization brings for
 * it.
 *
 * @public
 */
export type ControlSamples = {
  control: Control;
  populations?: readonly PopulationType[];
  judgements?: readonly Judgement[];
  /** At least one for each status that assets can have. */
  cases: readonly ControlCase[];
  asOf: Instant;
};

/** A sentence that lacks something, or none at all. */
const UNREADABLE = /undefined|NaN|\[object|^No sentence is known/;

const asset: IctAsset = {
  id: 'urn:backstage:component:default:ledger',
  declared: {},
  problems: [],
  entityRef: 'component:default/ledger',
  kind: 'component',
  title: 'Ledger',
  type: 'service',
  repositories: ['https://github.com/meridian-bank/ledger'],
  linked: true,
};

/**
 * What holds for every control: its answers, and the laws of verdicts. To be called
 * within a `describe` of its own.
 *
 * @public
 */
export function controlContract(samples: ControlSamples): void {
  const { control, populations, judgements = [], cases, asOf } = samples;
  const registry = builtIn.extend({
    judgements,
    ...(populations && { populations }),
  });
  const compiled = compileControl(control, registry);
  const sentences = explain(addWords(english, judgements), judgements);
  const assess = (
    item: ControlCase,
    evidence: readonly Evidence[] = item.evidence,
    at: Instant = asOf,
  ): Assessment =>
    evaluateControl(compiled, {
      asset: { ...asset, ...item.asset },
      evidence,
      asOf: at,
      sourceHeard: true,
      gaps: [],
      people: [],
      ...item.input,
    });
  const tell = ({ status, reason, counts }: Assessment) => ({
    status,
    reason: reason.code,
    counts,
  });

  it('has a case for each answer that matters', () => {
    expect(new Set(cases.map(item => item.expect.status))).toEqual(
      new Set(['satisfied', 'not-satisfied', 'not-assessed', 'not-applicable']),
    );
  });

  it.each(cases)('$name', item => {
    const { status, reason } = assess(item);
    expect({ status, reason: reason.code }).toEqual(item.expect);
  });

  it.each(cases)('the order of evidence changes nothing: $name', item => {
    const reversed = [...item.evidence].reverse();
    expect(tell(assess(item, reversed))).toEqual(tell(assess(item)));
  });

  it.each(cases)('what is told twice is one fact: $name', item => {
    const twice = item.evidence.flatMap(one => [one, tellAgain(one)]);
    const { status, reason } = assess(item, twice);
    expect({ status, reason: reason.code }).toEqual(item.expect);
  });

  it.each(cases)('what was learned later does not count: $name', item => {
    const later = item.evidence.map(one => ({
      ...tellAgain(one),
      recordedAt: '9999-01-01T00:00:00.000Z' as Instant,
    })) as Evidence[];
    const none = assess(item, []);
    expect(tell(assess(item, later))).toEqual(tell(none));
  });

  it.each(cases)('what nobody vouches for clears nothing: $name', item => {
    const claims = item.evidence.map(one => ({
      ...one,
      verification: 'unverified',
    })) as Evidence[];
    const { status } = assess(item, claims);
    expect(control.evidence && status).not.toBe('satisfied');
  });

  it.each(cases)('each answer can be checked and read: $name', item => {
    const { reason, rows } = assess(item);
    const known = new Set<string>(item.evidence.map(({ id }) => id));
    const checks = rows.flatMap(row => row.checks);
    expect(checks.flatMap(({ evidence }) => evidence)).toEqual(
      checks.flatMap(({ evidence }) => evidence.filter(id => known.has(id))),
    );
    const reasons = [
      reason,
      ...rows.map(row => row.reason),
      ...checks.map(({ cause }) => cause),
    ];
    const texts = reasons.map(one => sentences.sentence(one));
    expect(texts.filter(text => UNREADABLE.test(text))).toEqual([]);
    const titles = checks.map(({ check }) => [
      check,
      control.assess.find(({ id }) => id === check)?.text ??
        sentences.check(check),
    ]);
    expect(titles.filter(([check, title]) => check === title)).toEqual([]);
  });

  it.each(cases)('time alone changes it when it says so: $name', item => {
    const { status, validUntil } = assess(item);
    expect(validUntil === undefined || validUntil > asOf).toBe(true);
    const before = validUntil ? subtractDuration(validUntil, 'PT1S') : asOf;
    const last = before > asOf ? before : asOf;
    expect(assess(item, item.evidence, last).status).toBe(status);
  });
}

/** The same fact from another source. */
function tellAgain(item: Evidence): Evidence {
  const sourceId = `${item.sourceId}-again`;
  const { type, subjects, predicate, observedAt } = item;
  const statement = { type, subjects, predicate, observedAt, sourceId };
  return {
    ...item,
    sourceId,
    id: computeDigest(canonicalJson(statement)),
  } as Evidence;
}
