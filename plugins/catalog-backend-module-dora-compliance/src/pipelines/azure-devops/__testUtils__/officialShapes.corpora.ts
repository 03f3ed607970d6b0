import Ajv from 'ajv';
import { readCorpusJson } from '@ict-assurance/corpora';

const PIPELINES = 'azure-devops/pipelines/7.1/pipelines.json';
const OPERATIONS = {
  pipelines: [PIPELINES, '/{organization}/{project}/_apis/pipelines'],
  pipeline: [
    PIPELINES,
    '/{organization}/{project}/_apis/pipelines/{pipelineId}',
  ],
  environments: [
    'azure-devops/environments/7.2/environments.json',
    '/{organization}/{project}/_apis/pipelines/environments',
  ],
} as const;

const RECORDED_LIST =
  'azure-devops/policy/7.1/httpExamples/configurations/GET__policy_configurations.json';

/**
 * Throws unless the official description of Azure DevOps has the answer.
 * It describes lists by their items; the recordings show what is around them.
 */
export function expectOfficial(
  operation: keyof typeof OPERATIONS,
  answer: Record<string, unknown>,
) {
  const isList = operation !== 'pipeline';
  const value = isList ? answer.value : answer;
  const validate = compileValidator(operation);
  expect(validate(value) ? [] : validate.errors).toEqual([]);
  if (isList) {
    const recorded = readCorpusJson(RECORDED_LIST).responses['200'].body;
    expect(Object.keys(answer).sort()).toEqual(Object.keys(recorded).sort());
    expect(answer.count).toBe(answer.value && (value as unknown[]).length);
  }
}

/** Projects are described where they are referred to. */
export function expectOfficialProject(project: unknown) {
  const { definitions } = readCorpusJson('azure-devops/build/7.1/build.json');
  const validate = compile({
    $ref: '#/definitions/TeamProjectReference',
    definitions,
  });
  expect(validate(project) ? [] : validate.errors).toEqual([]);
}

const validators = new Map<string, ReturnType<typeof compile>>();

function compileValidator(operation: keyof typeof OPERATIONS) {
  const known = validators.get(operation);
  if (known) {
    return known;
  }
  const [file, path] = OPERATIONS[operation];
  const { paths, definitions } = readCorpusJson(file);
  const { schema } = paths[path].get.responses['200'];
  const validate = compile({ ...schema, definitions });
  validators.set(operation, validate);
  return validate;
}

function compile(schema: object) {
  return new Ajv({
    strict: false,
    validateFormats: false,
    allErrors: true,
  }).compile(schema);
}
