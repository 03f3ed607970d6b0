import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_REPOSITORY,
  brokenRule,
  type DeclarationProblem,
  findDeclaration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** What an entity declares for DORA compliance that can't be used. */
export function findProblems(entity: Entity): DeclarationProblem[] {
  return [...repositoryProblems(entity), ...findDeclaration(entity).problems];
}

function repositoryProblems(entity: Entity): DeclarationProblem[] {
  const uri: unknown = entity.metadata.annotations?.[ANNOTATION_REPOSITORY];
  return uri === undefined || /^https?:\/\/[^/]+\/.+/.test(String(uri))
    ? []
    : [
        {
          field: `metadata.annotations.${ANNOTATION_REPOSITORY}`,
          value: JSON.stringify(uri),
          ...brokenRule('repository-address', {}),
        },
      ];
}
