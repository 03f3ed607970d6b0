import Ajv from 'ajv';
import { readCorpus } from './recordings.corpora';

const PROJECT = '/{organization}/{project}/_apis';
const OPERATIONS = {
  builds: ['build/7.1/build.json', `${PROJECT}/build/builds`],
  timeline: [
    'build/7.1/build.json',
    `${PROJECT}/build/builds/{buildId}/timeline/{timelineId}`,
  ],
  generalSettings: ['build/7.1/build.json', `${PROJECT}/build/generalsettings`],
  retention: ['build/7.1/build.json', `${PROJECT}/build/retention`],
  policies: ['policy/7.1/policy.json', `${PROJECT}/policy/configurations`],
  checks: [
    'approvalsAndChecks/7.1/pipelinesChecks.json',
    `${PROJECT}/pipelines/checks/configurations`,
  ],
  approvals: [
    'approvalsAndChecks/7.1/pipelinesapproval.json',
    `${PROJECT}/pipelines/approvals`,
  ],
  environments: [
    'environments/7.2/environments.json',
    `${PROJECT}/pipelines/environments`,
  ],
  records: [
    'environments/7.2/environments.json',
    `${PROJECT}/pipelines/environments/{environmentId}/environmentdeploymentrecords`,
  ],
} as const;

/** What is officially described. */
export type Operation = keyof typeof OPERATIONS;

/**
 * What is wrong with an answer by the official description, which describes
 * lists by their items.
 */
export function unofficial(operation: Operation, answer: unknown): unknown[] {
  const [file, path] = OPERATIONS[operation];
  const { paths, definitions } = readCorpus(file);
  const { schema } = paths[path].get.responses['200'];
  const validate = new Ajv({
    strict: false,
    validateFormats: false,
    allErrors: true,
  }).compile({ ...schema, definitions });
  const isList = schema.type === 'array';
  const value = withoutNulls(
    isList ? (answer as { value: unknown }).value : answer,
  );
  return validate(value) ? [] : validate.errors ?? ['invalid'];
}

/** The description does not say where nothing may be given as null. */
function withoutNulls(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, field) => (field === null ? undefined : field)),
  );
}
