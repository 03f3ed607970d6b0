import {
  listManualFields,
  type ManualField,
  ManualEvidenceType,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { manualMessages } from '../translation/messages/manualMessages';

const { field, type, value } = manualMessages;

function listValues(fields: readonly ManualField[]): string[] {
  return fields.flatMap(one => [...one.options, ...listValues(one.fields)]);
}

it.each(ManualEvidenceType.options)('%s has words for all of its form', id => {
  const fields = listManualFields(id);
  expect(Object.keys(type)).toContain(id);
  expect(Object.keys(field)).toEqual(
    expect.arrayContaining(fields.map(({ name }) => name)),
  );
  expect(Object.keys(value)).toEqual(
    expect.arrayContaining(listValues(fields)),
  );
});
