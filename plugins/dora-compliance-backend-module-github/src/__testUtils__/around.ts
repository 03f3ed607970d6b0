import { readPayload } from './payloads';

/** Where it happened and who did it, as most payloads report. */
export function around() {
  const { repository, organization, sender } = readPayload(
    'repository.edited.4.json',
  );
  return { repository, organization, sender };
}

/** The same of an event without repository. */
export function organizationOnly() {
  const { organization, sender } = around();
  return { organization, sender };
}
