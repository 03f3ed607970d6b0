import {
  type ApiReading,
  together,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import {
  DOMAIN_TREE,
  DomainJson,
  StoreJson,
} from '../normalise/CredentialStore';
import { type JenkinsJob, treePath } from './JenkinsJob';

/**
 * The credentials that a job can use: those of the controller, and those of the folders
 * it is in. Few accounts may list them: a refusal is an answer, too.
 */
export async function readCredentials(job: JenkinsJob): Promise<ApiReading> {
  const readings = [await job.self()];
  for (const store of [
    '/credentials/store/system',
    ...job.folders.map(folder => `${folder}/credentials/store/folder`),
  ]) {
    readings.push(await readStore(job, store));
  }
  return together(...readings);
}

async function readStore({ api }: JenkinsJob, path: string) {
  const store = await api.one(`${path}/api/json`, StoreJson);
  const readings: ApiReading[] = [tolerateRefusal(store)];
  for (const domain of Object.keys(store.value?.domains ?? {})) {
    const at = `${path}/domain/${encodeURIComponent(domain)}`;
    readings.push(
      tolerateRefusal(await api.one(treePath(at, DOMAIN_TREE), DomainJson)),
    );
  }
  return together(...readings);
}

/** Jenkins hides a store from who may not see credentials, also by 404. */
function tolerateRefusal(reading: ApiReading): ApiReading {
  const { answers } = reading;
  return [403, 404].includes(answers[0]?.status ?? 0)
    ? { answers, complete: true }
    : reading;
}
