import { z } from 'zod';
import { Person, toIdentity } from '../fields';
import type { PartReader } from './AzureDevOpsAnswers';
import { PATHS } from './paths';

const Connection = z.looseObject({
  id: z.string().min(1),
  name: z.string().min(1),
  createdBy: Person.nullish(),
});

/**
 * Connections of a project to other services. Azure DevOps does not report which rights
 * they have there, nor when they expire.
 */
export const readConnections: PartReader = answers => {
  if (answers.matching(PATHS.connections).length === 0) {
    return [];
  }
  const { items, flaws } = answers.items(PATHS.connections, Connection);
  const system = answers.place.organisation.host;
  const credentials = items.map(({ id, name, createdBy }) => ({
    kind: 'service-connection' as const,
    id,
    name,
    ...(createdBy && { createdBy: toIdentity(createdBy, system) }),
  }));
  const statement = answers.setting(
    'credentials-observed',
    { credentials },
    flaws,
  );
  return { statements: [statement], flaws };
};
