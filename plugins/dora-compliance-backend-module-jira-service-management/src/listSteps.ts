import type { IncidentStep } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Issue, Item } from './Webhook';

/**
 * What the changes of an issue say about the incident. Statuses have any name, so
 * their categories count: `indeterminate` is in progress, `done` is resolved. An
 * incident is open again if its resolution was removed.
 */
export function listSteps(
  items: readonly Item[],
  { fields }: Issue,
  classificationFields: readonly string[],
): IncidentStep[] {
  const category = fields.status.statusCategory.key;
  const isMoved = items.some(({ field }) => field === 'status');
  const isReopened =
    category !== 'done' &&
    items.some(
      ({ field, fromString, toString }) =>
        field === 'resolution' && Boolean(fromString) && !toString,
    );
  return [
    ...(isReopened ? [{ step: 'detected' as const }] : []),
    ...(isMoved && category === 'indeterminate'
      ? [{ step: 'acknowledged' as const }]
      : []),
    ...items.flatMap(item => classify(item, classificationFields)),
    ...(isMoved && category === 'done' ? [{ step: 'resolved' as const }] : []),
  ];
}

function classify(
  { field, toString: value }: Item,
  fields: readonly string[],
): IncidentStep[] {
  const isMeant = fields.some(
    name => name.toLowerCase() === field.toLowerCase(),
  );
  return isMeant && value
    ? [{ step: 'classified', classification: value, scheme: field }]
    : [];
}
