import type {
  Evidence,
  Predicate,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  day,
  type Clause,
  findMembers,
  listMembers,
  without,
} from '../testing/members';
import { evidence } from '../testing/story';

describe('incidents', () => {
  const overIncidents: Clause = { each: 'incident', within: 'P90D' };
  type Incident = Predicate<'incident-detected'>['incident'];
  const subject: Subject = { kind: 'incident', uri: 'https://pager/INC-7' };
  const detected = (days: number, more: Partial<Incident> = {}) =>
    evidence(
      'incident-detected',
      day(days),
      { incident: { id: 'INC-7', ...more }, detectedAt: day(days) },
      [subject],
    );
  const resolved = (days: number, more: Partial<Incident> = {}) =>
    evidence(
      'incident-resolved',
      day(days),
      { incident: { id: 'INC-7', ...more }, resolvedAt: day(days) },
      [subject],
    );

  it('have what any report says of them, the latest first', () => {
    const environment = { name: 'production', production: true };
    const all = [
      detected(50, { title: 'Slow', environment, url: 'https://pager/7' }),
      detected(51, { title: 'No payments', artifact: 'ledger' }),
      detected(52),
      resolved(53),
    ];
    expect(findMembers(overIncidents, all).members).toEqual([
      {
        value: {
          id: 'INC-7',
          title: 'No payments',
          environment: 'production',
          artifact: 'ledger',
          detectedAt: day(50),
          resolvedAt: day(53),
        },
        evidence: all,
        describes: {
          kind: 'incident',
          title: 'No payments',
          uri: 'https://pager/7',
          at: day(50),
        },
      },
    ]);
  });

  it('have an id, if nothing else is said of them', () => {
    const one = detected(50);
    expect(findMembers(overIncidents, [one]).members).toEqual([
      {
        value: { id: 'INC-7', detectedAt: day(50) },
        evidence: [one],
        describes: { kind: 'incident', title: 'INC-7', at: day(50) },
      },
    ]);
  });

  it('began with the earliest time, in whatever order it was reported', () => {
    const late = {
      ...detected(52),
      predicate: { incident: { id: 'INC-7' }, detectedAt: day(40) },
    } as Evidence;
    expect(listMembers(overIncidents, [detected(50), late])[0]?.at).toBe(
      day(40),
    );
  });

  it('are resolved if they are at the time of the last detection', () => {
    const value = (...all: Evidence[]) =>
      findMembers(overIncidents, all).members[0]?.value;
    expect(value(detected(50), resolved(50))).toHaveProperty('resolvedAt');
    expect(value(detected(50), resolved(49))).not.toHaveProperty('resolvedAt');
  });

  it('count as long as they are open; else to the end of the window', () => {
    const at10 = [detected(10), resolved(11)];
    expect(findMembers(overIncidents, at10).members).toEqual([]);
    expect(findMembers(overIncidents, [detected(10)]).members).toHaveLength(1);
    expect(
      findMembers(overIncidents, [detected(10)]).validUntil,
    ).toBeUndefined();
    const open = [detected(5), ...[detected(20), resolved(21)].map(rename)];
    expect(findMembers(overIncidents, open).validUntil).toBe(day(110));
  });

  it('are not known, if only their end is', () => {
    const ends = [resolved(50), resolved(60, { title: 'Slow' })];
    expect(findMembers(overIncidents, ends)).toEqual({
      members: [
        {
          value: {},
          evidence: [ends[1]],
          describes: { kind: 'incident', title: 'Slow', at: day(60) },
          problem: {
            code: 'incident-not-detected',
            params: { incident: 'INC-7' },
          },
        },
      ],
      validUntil: day(150),
    });
    expect(listMembers(overIncidents, [resolved(50)])[0]?.title).toBe('INC-7');
    expect(listMembers(overIncidents, [resolved(10)])).toEqual([]);
    expect(
      listMembers(overIncidents, [detected(50), resolved(60)]),
    ).toHaveLength(1);
  });

  it('are the same by their id, where no subject names them', () => {
    const bare = [detected(50), detected(51), resolved(52)].map(one =>
      without(one, 'incident'),
    );
    expect(listMembers(overIncidents, bare)).toHaveLength(1);
    const two = [detected(50), detected(51, { id: 'INC-8' })];
    expect(
      listMembers(
        overIncidents,
        two.map(one => without(one, 'incident')),
      ),
    ).toHaveLength(2);
    // The subject is the same, whatever the tool calls it.
    expect(listMembers(overIncidents, two)).toHaveLength(1);
  });

  it('are none only where an incident tool reports', () => {
    const none = (all: Evidence[]) => findMembers(overIncidents, all).empty;
    expect(none([])).toMatchObject({
      status: 'not-assessed',
      reason: { code: 'incidents-unheard' },
    });
    expect(none([resolved(5)])).toEqual({
      status: 'not-applicable',
      reason: {
        code: 'population-empty',
        params: { days: 90, kind: 'incident' },
      },
    });
  });

  function rename(item: Evidence): Evidence {
    const other: Subject = { kind: 'incident', uri: 'https://pager/INC-8' };
    return {
      ...item,
      id: `${item.id}-8`,
      subjects: [item.subjects[0]!, other],
    } as unknown as Evidence;
  }
});
