import { makeDigest, makeUuid } from '../github/names';
import type { Story } from '../Story';

/** A pod that `kubectl get pods --output json` lists, with what the last release brought. */
export function buildPod(
  { release, after }: Story,
  image: string,
  startedAt: string,
) {
  const { service } = release;
  const name = `${service}-0`;
  const written = `registry.meridian.example/${service}:${after.slice(0, 7)}`;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: 'production',
      uid: makeUuid(`pod ${name}`),
      labels: { 'app.kubernetes.io/name': service },
    },
    spec: { containers: [{ name: 'app', image: written }] },
    status: {
      phase: 'Running',
      containerStatuses: [
        {
          name: 'app',
          image: written,
          imageID: `registry.meridian.example/${service}@${image}`,
          ready: true,
          restartCount: 0,
          state: { running: { startedAt } },
        },
      ],
    },
  };
}

/** The digest of the image that a release deployed. */
export function findImage({ release, after }: Story): string {
  return makeDigest(`${release.service} ${after}`);
}
