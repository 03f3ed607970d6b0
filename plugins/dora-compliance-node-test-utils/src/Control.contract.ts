import {
  type Assessment,
  canonicalJson,
  computeDigest,
  type Evidence,
  type Instant,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  addWords,
  english,
  explain,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { type ControlSamples, prepareControl } from './prepareControl';
import { listContradictions } from './listUnshown';

/** A sentence that lacks something, or none at all. */
const UNREADABLE = /undefined|NaN|\[object|^No sentence is known/;

/**
 * What holds for every control: its answers, and the laws of verdicts. To be called
 * within a `describe` of its own.
 *
 * @public
 */
export function controlContract(samples: ControlSamples): void {
  const { control, judgements = [], cases, asOf } = samples;
  const { assess } = prepareControl(samples);
  const sentences = explain(addWords(english, judgements), judgements);
  const tell = ({ status, reason, counts }: Assessment) => ({
    status,
    reason: reason.code,
    counts,
  });

  it('has a case for each answer that matters', () => {
    const statuses = ['satisfied', 'not-satisfied', 'not-assessed'];
    expect(cases.map(item => item.expect.status)).toEqual(
      expect.arrayContaining([...statuses, 'not-applicable']),
    );
  });

  it.each(cases)('$name', item => {
    const { status, reason, counts } = assess(item);
    const { notSatisfied } = item.expect;
    expect({
      status,
      reason: reason.code,
      ...(notSatisfied !== undefined && { notSatisfied: counts.notSatisfied }),
    }).toEqual(item.expect);
  });

  it.each(cases)('shows what it says that it shows: $name', item => {
    expect(listContradictions(item, samples)).toEqual([]);
  });

  it.each(cases)('the order of evidence changes nothing: $name', item => {
    const reversed = [...item.evidence].reverse();
    expect(tell(assess(item, reversed))).toEqual(tell(assess(item)));
  });

  it.each(cases)('what is told twice is one fact: $name', item => {
    const twice = item.evidence.flatMap(one => [one, tellAgain(one)]);
    const { status, reason } = assess(item, twice);
    expect({ status, reason: reason.code }).toEqual({
      status: item.expect.status,
      reason: item.expect.reason,
    });
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
