import { z } from 'zod';
import { OptionalMoment, Person } from './fields';

const Named = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String).nullish(),
  name: z.string().nullish(),
});

/** The documentation writes the names of these fields large and small. */
const DefinitionReference = z
  .record(z.string(), z.unknown())
  .transform(fields =>
    Object.fromEntries(
      Object.entries(fields).map(([key, value]) => [key.toLowerCase(), value]),
    ),
  )
  .pipe(
    z.looseObject({
      project: Named.nullish(),
      definition: Named.nullish(),
      version: Named.nullish(),
      branch: Named.nullish(),
      sourceversion: Named.nullish(),
    }),
  );

/** What a release deploys. */
const Artifact = z.looseObject({
  type: z.string().nullish(),
  isPrimary: z.boolean().nullish(),
  definitionReference: DefinitionReference.nullish(),
});

export type Artifact = z.output<typeof Artifact>;

const Address = {
  url: z.string().nullish(),
  _links: z
    .looseObject({
      web: z.looseObject({ href: z.string().nullish() }).nullish(),
    })
    .nullish(),
};

/** Id zero stands for a release that is not reported. */
export const Release = z.looseObject({
  ...Address,
  id: z.number().int(),
  artifacts: z.array(Artifact).nullish(),
  project: Named.nullish(),
  projectReference: Named.nullish(),
});

export type Release = z.output<typeof Release>;

/** A stage of a release; it was called environment before. */
export const Environment = z.looseObject({
  id: z.number().int(),
  name: z.string().min(1),
  status: z.string().nullish(),
  release: Release.nullish(),
});

export type Environment = z.output<typeof Environment>;

const Deployment = z.looseObject({
  status: z.string().nullish(),
  deploymentStatus: z.string().nullish(),
  requestedFor: Person.nullish(),
  environment: Environment.nullish(),
  releaseEnvironment: Environment.nullish(),
  release: Release.nullish(),
});

/** `ms.vss-release.deployment-completed-event` in all of its shapes. */
export const DeploymentResource = z.looseObject({
  environment: Environment.nullish(),
  deployment: Deployment.nullish(),
  release: Release.nullish(),
  project: Named.nullish(),
});

/** `ms.vss-release.deployment-approval-completed-event` in all of its shapes. */
export const ApprovalResource = z.looseObject({
  approval: z.looseObject({
    ...Address,
    approver: Person.nullish(),
    approvedBy: Person.nullish(),
    approvalType: z.string(),
    status: z.string(),
    comments: z.string().nullish(),
    isAutomated: z.boolean().nullish(),
    modifiedOn: OptionalMoment,
    release: Release.nullish(),
    releaseDefinition: z.looseObject(Address).nullish(),
    releaseEnvironment: Environment.nullish(),
  }),
  environment: Environment.nullish(),
  release: Release.nullish(),
  project: Named.nullish(),
});
