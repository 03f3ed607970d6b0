import type { Deployment } from '@ict-assurance/backstage-plugin-dora-compliance-common';

const DIGEST = /sha256:[0-9a-f]{64}(?![0-9a-f])/i;

/**
 * What a deployment says it deployed: `payload.artifact.digest`, or an image
 * `name@sha256:…`. A tag identifies nothing. GitHub gives the payload as an
 * object or as JSON text.
 */
export function findArtifact(payload: unknown): Deployment['artifact'] {
  const content = typeof payload === 'string' ? fromJson(payload) : payload;
  if (typeof content !== 'object' || content === null) {
    return undefined;
  }
  const { artifact, image } = content as Record<string, unknown>;
  const { name, digest } = (
    typeof artifact === 'object' && artifact ? artifact : {}
  ) as Record<string, unknown>;
  const found = [digest, artifact, image]
    .filter(value => typeof value === 'string')
    .map(value => DIGEST.exec(value)?.[0])
    .find(Boolean);
  return found
    ? {
        ...(typeof name === 'string' && { name }),
        digest: found.toLowerCase(),
      }
    : undefined;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
