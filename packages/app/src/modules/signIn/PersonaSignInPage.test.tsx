import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import {
  configApiRef,
  discoveryApiRef,
  type IdentityApi,
} from '@backstage/core-plugin-api';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { PersonaSignInPage } from './PersonaSignInPage';

const anna = {
  entityRef: 'user:default/anna-lindqvist',
  name: 'Anna Lindqvist',
  role: 'Developer',
  team: 'Payments Core',
};

/** Opens the page, and returns the identities that it signs in. */
async function open(users: object[]) {
  const identities: IdentityApi[] = [];
  const config = mockApis.config({
    data: {
      app: { title: 'Example Bank' },
      auth: { providers: { personas: { users } } },
    },
  });
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [configApiRef, config],
        [discoveryApiRef, { getBaseUrl: async () => 'http://localhost/auth' }],
      ]}
    >
      <PersonaSignInPage
        onSignInSuccess={identity => identities.push(identity)}
      />
    </TestApiProvider>,
  );
  return identities;
}

describe('PersonaSignInPage', () => {
  const headers: (string | null)[] = [];
  beforeEach(() => {
    sessionStorage.clear();
    headers.length = 0;
    global.fetch = jest.fn(async (_, init) => {
      headers.push(new Headers(init?.headers).get('x-persona'));
      return new Response(
        JSON.stringify({
          providerInfo: {},
          profile: { displayName: anna.name },
          backstageIdentity: {
            token: 'header.e30.signature',
            identity: {
              type: 'user',
              userEntityRef: anna.entityRef,
              ownershipEntityRefs: [anna.entityRef],
            },
          },
        }),
        { headers: { 'content-type': 'application/json' } },
      );
    });
  });

  it('signs in as the person who was chosen, and remembers the choice', async () => {
    const identities = await open([anna]);
    expect(screen.getByText('Payments Core')).toBeInTheDocument();
    fireEvent.click(
      screen.getByRole('button', {
        name: 'Enter as Anna Lindqvist, Developer',
      }),
    );
    await waitFor(() => expect(identities).toHaveLength(1));
    const identity = await identities[0]!.getBackstageIdentity();
    expect(identity.userEntityRef).toBe(anna.entityRef);
    expect(headers).toEqual([anna.entityRef]);
    expect(sessionStorage).toHaveLength(1);
  });

  it('offers the list again if the remembered person is gone', async () => {
    sessionStorage.setItem('example-bank.persona', 'user:default/gone');
    await open([anna]);
    expect(screen.getByRole('button', { name: /Anna/ })).toBeInTheDocument();
  });

  it('says so if nobody can sign in', async () => {
    await open([]);
    expect(
      screen.getByText('There is nobody to sign in as.'),
    ).toBeInTheDocument();
  });
});
