import {
  parseInstant,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import type { GithubAnswers } from './GithubAnswers';

export const SbomAnswer = z.looseObject({
  sbom: z.looseObject({
    spdxVersion: z.string(),
    name: z.string().optional(),
    creationInfo: z.looseObject({
      created: z.string(),
      creators: z.array(z.string()),
    }),
    packages: z.array(z.looseObject({ SPDXID: z.string() })),
    relationships: z
      .array(
        z.looseObject({
          relationshipType: z.string(),
          spdxElementId: z.string(),
          relatedSpdxElement: z.string(),
        }),
      )
      .optional(),
  }),
});

type Document = z.output<typeof SbomAnswer>['sbom'];

/** The bill of materials of GitHub's dependency graph. */
export function readSbom(answers: GithubAnswers): Statement[] {
  const { repository } = answers;
  const read = answers.one(/^\/dependency-graph\/sbom$/, SbomAnswer);
  if (!repository || !read) {
    return [];
  }
  const { sbom } = read;
  const createdAt = parseInstant(sbom.creationInfo.created);
  const tool = sbom.creationInfo.creators
    .find(creator => creator.startsWith('Tool: '))
    ?.slice('Tool: '.length);
  return [
    answers.observation('sbom', repository, {
      ...answers.completeness(),
      format: 'spdx',
      specVersion: sbom.spdxVersion.replace(/^SPDX-/, ''),
      ...(sbom.name && { name: sbom.name }),
      components: countComponents(sbom),
      ...(tool && { tool }),
      ...(createdAt && { createdAt }),
    }),
  ];
}

/** Packages without the one the document describes: the repository. */
function countComponents({ packages, relationships }: Document): number {
  const described = new Set(
    (relationships ?? [])
      .filter(({ relationshipType }) => relationshipType === 'DESCRIBES')
      .map(({ relatedSpdxElement }) => relatedSpdxElement),
  );
  return packages.filter(({ SPDXID }) => !described.has(SPDXID)).length;
}
