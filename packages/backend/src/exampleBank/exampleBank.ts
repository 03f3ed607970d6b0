import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { answerGithub } from '@ict-assurance/example-bank';

const PREFIX = '/github';

/**
 * Answers as the API of GitHub would about the example bank, so that its settings are
 * collected without a GitHub. All of it is invented, and anybody may read it.
 */
export default createBackendPlugin({
  pluginId: 'example-bank',
  register({ registerInit }) {
    registerInit({
      deps: { http: coreServices.httpRouter },
      async init({ http }) {
        // The day of the deliveries, which stays the same when the demo starts again.
        const today =
          process.env.EXAMPLE_BANK_TODAY ??
          new Date().toISOString().slice(0, 10);
        http.use((request, response) => {
          const { pathname, searchParams } = new URL(
            request.url,
            'http://localhost',
          );
          const { status, body } = answerGithub(
            { pathname: pathname.slice(PREFIX.length), searchParams },
            Date.parse(today),
          );
          response.status(status).json(body);
        });
        http.addAuthPolicy({ path: PREFIX, allow: 'unauthenticated' });
      },
    });
  },
});
