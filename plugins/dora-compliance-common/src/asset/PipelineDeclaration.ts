import { z } from 'zod';
import { EntityRefText } from './EntityRefText';
import { schemaMessage } from '../rules/schemaMessage';

/** `spec.type` of pipelines. @public */
export const PIPELINE_TYPE = 'ci-pipeline';

/**
 * For so many days after its last run a pipeline that is not in the inventory is a
 * finding. Later it counts as retired.
 *
 * @public
 */
export const UNINVENTORIED_DAYS = 90;

/**
 * What is known of a delivery pipeline, under `spec.dora.pipeline` of a
 * Resource of type `ci-pipeline`.
 *
 * @public
 */
export const PipelineDeclaration = z
  .strictObject({
    urn: z
      .string()
      .max(1000)
      .regex(
        /^urn:cicd:[^:\s]+:[^:\s]+:\S+$/,
        schemaMessage('pipeline-urn', {}),
      )
      .describe('Stable id of host, project and definition'),
    canDeploy: z.boolean().describe('Whether it can change a running system'),
    deploys: z
      .array(EntityRefText)
      .optional()
      .describe('What it can change, default kind Component'),
    environments: z.array(z.string().min(1)).optional(),
    runner: z
      .strictObject({
        kind: z.enum(['hosted', 'self-hosted', 'mixed', 'unknown']),
        labels: z.array(z.string()).optional(),
      })
      .optional()
      .describe('Where its jobs run'),
  })
  .describe('A delivery pipeline');

/** @public */
export type PipelineDeclaration = z.output<typeof PipelineDeclaration>;

/**
 * The stable id of a pipeline: where it is defined and nothing that changes
 * when it is renamed for people. Hosts and projects compare without regard to
 * case, and parts are escaped so that none can be taken for another.
 *
 * @public
 */
export function pipelineUrn(pipeline: {
  /** Host of the CI system, e.g. `github.com`. */
  host: string;
  /** Repository or project, e.g. `bank/ledger`. */
  project: string;
  /** Path or id of the definition, e.g. `.github/workflows/deploy.yml`. */
  definition: string;
}): string {
  const part = (text: string) => encodeURIComponent(text).replace(/%2F/g, '/');
  const host = part(pipeline.host.toLowerCase());
  const project = part(pipeline.project.toLowerCase());
  return `urn:cicd:${host}:${project}:${part(pipeline.definition)}`;
}
