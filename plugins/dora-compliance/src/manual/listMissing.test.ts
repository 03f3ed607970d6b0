import { listManualFields } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Content } from './ManualFields';
import { listMissing } from './listMissing';

const missing = (
  type: Parameters<typeof listManualFields>[0],
  content: Content,
) => listMissing(listManualFields(type), content).map(({ name }) => name);

describe('the required fields that are still empty', () => {
  it('are named until each has a value', () => {
    const review = { system: 'GitHub', reviewed: 4, total: 5 };
    expect(missing('access-recertified', { system: ' ', reviewed: 0 })).toEqual(
      ['system', 'total', 'revoked'],
    );
    expect(missing('access-recertified', review)).toEqual(['revoked']);
    expect(missing('access-recertified', { ...review, revoked: 0 })).toEqual(
      [],
    );
  });

  it('count as one in a group, and not at all in an optional group that is empty', () => {
    const clauses = listManualFields('provider-assessed').find(
      ({ name }) => name === 'clauses',
    )!;
    const all = Object.fromEntries(
      clauses.fields.map(({ name }) => [name, 'agreed']),
    );
    expect(missing('provider-assessed', {})).toContain('clauses');
    expect(missing('provider-assessed', { clauses: all })).not.toContain(
      'clauses',
    );
    expect(missing('provider-assessed', { clauses: all })).not.toContain(
      'clausesForCritical',
    );
    expect(
      missing('provider-assessed', {
        clauses: all,
        clausesForCritical: { a: 'agreed' },
      }),
    ).toContain('clausesForCritical');
  });
});
