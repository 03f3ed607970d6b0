import { listManualFields } from './listManualFields';
import { ManualEvidenceType } from './manualTypes';

const tell = (type: ManualEvidenceType) =>
  listManualFields(type).map(({ name, kind, isRequired, options }) =>
    [name, kind, isRequired ? 'required' : '', options.join('|')]
      .filter(Boolean)
      .join(' '),
  );

it('a form asks for what the schema of a type has', () => {
  expect(tell('drill-completed')).toEqual([
    'kind choice required fall-back|restore|exit|provider-outage|detection|security-test',
    'outcome choice required succeeded|failed',
    'achievedRecoveryTime text',
    'achievedRecoveryPoint text',
    'segregated flag',
    'independent flag',
  ]);
  expect(tell('emergency-declared').slice(0, 4)).toEqual([
    'why text required',
    'startedAt instant required',
    'endedAt instant',
    'deployments texts required',
  ]);
  expect(tell('risk-accepted').slice(-2)).toEqual([
    'until day required',
    'closedOn day',
  ]);
  expect(tell('backup-completed')[1]).toMatch(/^contents choices required/);
});

it('a group has the fields of its own', () => {
  const [clauses] = listManualFields('provider-assessed');
  expect(clauses?.kind).toBe('group');
  expect(clauses?.fields.map(({ name }) => name).join('')).toBe('abcdefghi');
  expect(clauses?.fields[0]?.options).toEqual([
    'agreed',
    'justified',
    'missing',
  ]);
});

it.each(ManualEvidenceType.options)('%s has fields', type => {
  expect(listManualFields(type)).not.toEqual([]);
});
