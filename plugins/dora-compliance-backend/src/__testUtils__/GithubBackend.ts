import { createHmac } from 'node:crypto';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonArray } from '@backstage/types';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import controls from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-controls';
import github from '@ict-assurance/backstage-plugin-dora-compliance-backend-module-github';
import request from 'supertest';
import doraCompliance from '..';
import { until } from '../testing/until';

/** The secret its webhook has. */
const SECRET = 'test-secret';
/** Where the API is. */
export const base = '/api/dora-compliance';
/** Where the one asset is. */
export const asset = `${base}/assets/component/default/hello-world`;

const hello = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'hello-world',
    annotations: { 'github.com/project-slug': 'Codertocat/Hello-World' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'nobody' },
};

export type Server = Awaited<ReturnType<typeof startTestBackend>>['server'];

/** A backend with GitHub, all controls and one asset. */
export async function start(
  result: AuthorizeResult.ALLOW | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
  webhookSecrets: JsonArray = ['old', SECRET],
  more: BackendFeature[] = [],
) {
  const backend = await startTestBackend({
    features: [
      ...more,
      doraCompliance,
      github,
      controls,
      mockServices.rootConfig.factory({
        data: {
          doraCompliance: {
            assets: {
              schedule: {
                frequency: { seconds: 1 },
                timeout: { minutes: 1 },
              },
            },
            github: { webhookSecrets },
          },
        },
      }),
      mockServices.permissions.factory({ result }),
      catalogServiceMock.factory({ entities: [hello] }),
    ],
  });
  return backend;
}

/** Delivers as the webhook of GitHub does. */
export function deliver(
  server: Server,
  body: string | Buffer,
  headers: Record<string, string> = {},
  secret = SECRET,
) {
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return request(server)
    .post(`${base}/ingest/github`)
    .set({
      'content-type': 'application/json',
      'x-github-event': 'ping',
      'x-hub-signature-256': `sha256=${signature}`,
      ...headers,
    })
    .serialize(value => value as string)
    .send(body);
}

/** How much waits, once that is nothing. */
export const waitUntilProcessed = (server: Server) =>
  until(
    async () => (await request(server).get(`${base}/processing`)).body,
    body => body.documents.waiting === 0 && body.assessments.due === 0,
  );
