import type { Statement } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { cdeventsUrn, parseSystem } from './cdeventsUrn';
import { Name, webAddress } from './fields';
import { parseArtifact, type Occurrence, buildStatement } from './Occurrence';

const Published = z.looseObject({ user: Name.optional() });
const Signed = z.looseObject({ signature: Name });

/** `artifact.published` */
export function readPublished(occurrence: Occurrence): Statement[] {
  const { context, subject } = occurrence.event;
  const { user } = Published.parse(subject.content);
  const artifact = parseArtifact(occurrence, subject.id);
  const { purl, name, digest, origin } = artifact;
  const url = webAddress(purl?.qualifiers.download_url);
  const source = subject.source || context.source;
  return [
    buildStatement(
      occurrence,
      'artifact-published',
      {
        ...(purl && {
          package: {
            ecosystem: purl.ecosystem,
            name,
            ...(purl.version && { version: purl.version }),
            ...(url && { url }),
          },
        }),
        ...(user && {
          publishedBy: {
            system: parseSystem(source),
            login: user,
            kind: 'unknown' as const,
          },
        }),
        publishedAt: context.timestamp,
        // A hyphen after three numbers marks a pre-release (SemVer 2.0.0, 9).
        prerelease: /^v?\d+\.\d+\.\d+-/.test(purl?.version ?? ''),
        artifacts: [
          {
            name,
            url: url ?? (purl ? subject.id : cdeventsUrn(source, subject.id)),
            ...(digest && { digest }),
          },
        ],
      },
      { subjects: [artifact.subject], origin },
    ),
  ];
}

/** `artifact.signed` */
export function readSigned(occurrence: Occurrence): Statement[] {
  const { context, subject } = occurrence.event;
  const { signature } = Signed.parse(subject.content);
  const artifact = parseArtifact(occurrence, subject.id);
  const { name, digest, origin } = artifact;
  return [
    buildStatement(
      occurrence,
      'artifact-signed',
      {
        artifact: { name, ...(digest && { digest }) },
        signature,
        signedAt: context.timestamp,
      },
      { subjects: [artifact.subject], origin },
    ),
  ];
}
