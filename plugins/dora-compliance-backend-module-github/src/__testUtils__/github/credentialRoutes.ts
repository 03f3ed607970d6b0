import { counted, listing, type Route } from './route';

/** Secrets, keys, applications, owners and second factors. */
export const credentialRoutes: Route[] = [
  [
    /^(\/actions\/(?:organization-)?secrets|\/environments\/.+\/secrets)$/,
    ({ settings }, [, path = '']) =>
      listing(settings.secrets.get(path) ?? [], { wrap: counted('secrets') }),
  ],
  [/^\/keys$/, ({ settings }) => ({ items: settings.deployKeys })],
  [
    /^\/orgs\/bank\/installations$/,
    ({ settings }) =>
      listing(settings.installations, { wrap: counted('installations') }),
  ],
  [
    /^\/orgs\/bank\/members$/,
    ({ settings }, _, query) =>
      listing(
        query.get('role') === 'admin'
          ? settings.owners
          : settings.membersWithoutTwoFactor,
      ),
  ],
  [
    /^\/orgs\/bank\/outside_collaborators$/,
    ({ settings }) => listing(settings.outsidersWithoutTwoFactor),
  ],
  [
    /^\/codeowners\/errors$/,
    ({ settings }) => ({ body: { errors: settings.ownersErrors } }),
  ],
];
