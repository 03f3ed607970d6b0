import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { AuthenticationError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';

/** The header that names the chosen person. */
const HEADER = 'x-persona';

/** Takes the word of a browser for who somebody is, out of a configured list. */
export const personaAuthenticator = createProxyAuthenticator({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize({ config }) {
    if (
      process.env.NODE_ENV === 'production' &&
      !config.getOptionalBoolean('dangerouslyAllowInProduction')
    ) {
      throw new Error(
        'auth.providers.personas signs anybody in without a password, and is refused in production: remove it, and configure the sign-in of your organization',
      );
    }
    return new Set(
      config
        .getConfigArray('users')
        .map(user => normalizeRef(user.getString('entityRef'))),
    );
  },
  async authenticate({ req }, known) {
    const chosen = req.header(HEADER);
    const entityRef = chosen && normalizeRef(chosen);
    if (!entityRef || !known.has(entityRef)) {
      throw new AuthenticationError(
        `The header ${HEADER} names nobody of auth.providers.personas.users`,
      );
    }
    return { result: { entityRef } };
  },
});

function normalizeRef(text: string): string {
  return stringifyEntityRef(
    parseEntityRef(text, { defaultKind: 'user', defaultNamespace: 'default' }),
  );
}
