import {
  type ApiReading,
  type PartReading,
  together,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { RepositoryReader } from './RepositoryReader';

/** The variables of groups of the project and of the repository's pipelines. */
export async function readSecretNames(
  reader: RepositoryReader,
): Promise<PartReading> {
  return together(
    requires(
      'Variable Groups (read)',
      await reader.api.all(`${reader.project}/distributedtask/variablegroups`),
    ),
    await readDefinitions(reader),
  );
}

/** The connections of the project to other services. */
export async function readConnections(
  reader: RepositoryReader,
): Promise<PartReading> {
  return requires(
    'Service Connections (read)',
    await reader.api.all(`${reader.project}/serviceendpoint/endpoints`, {
      includeFailed: 'true',
    }),
  );
}

/** The policies of the project, and the files that define its pipelines. */
export async function readRequiredReviewers(
  reader: RepositoryReader,
): Promise<PartReading> {
  const repository = await reader.repository();
  return repository.value
    ? together(
        repository,
        await reader.api.all(`${reader.project}/policy/configurations`, {
          $top: '100',
        }),
        await readDefinitions(reader),
      )
    : repository;
}

async function readDefinitions(reader: RepositoryReader): Promise<ApiReading> {
  const repository = await reader.repository();
  return repository.value
    ? together(
        repository,
        requires(
          'Build (read)',
          await reader.api.all(`${reader.project}/build/definitions`, {
            repositoryId: repository.value.id,
            repositoryType: 'TfsGit',
            includeAllProperties: 'true',
          }),
        ),
      )
    : repository;
}

/** A refusal names what to grant to the token. */
function requires(scope: string, reading: ApiReading): ApiReading {
  const status = reading.answers.at(-1)?.status ?? 0;
  const isRefused = [203, 302, 401, 403, 404].includes(status);
  return !reading.complete && isRefused
    ? {
        ...reading,
        problem: `${reading.problem}: it takes a token with the scope ${scope}`,
      }
    : reading;
}
