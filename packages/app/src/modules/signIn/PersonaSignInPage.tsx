import { ProxiedSignInPage } from '@backstage/core-components';
import {
  configApiRef,
  type IdentityApi,
  type SignInPageProps,
  useApi,
} from '@backstage/core-plugin-api';
import { useState } from 'react';
import { PersonaList } from './PersonaList';
import { readPersonas } from './readPersonas';

/** Remembers the choice in this tab, so that a reload keeps it. */
const CHOICE = 'example-bank.persona';

/** Signs in as one of the people of the example bank. */
export function PersonaSignInPage(props: SignInPageProps) {
  const config = useApi(configApiRef);
  const personas = readPersonas(config);
  const [entityRef, setEntityRef] = useState(() =>
    sessionStorage.getItem(CHOICE),
  );
  if (!personas.some(persona => persona.entityRef === entityRef)) {
    return (
      <PersonaList
        title={config.getOptionalString('app.title') ?? 'Backstage'}
        personas={personas}
        onChoose={chosen => {
          sessionStorage.setItem(CHOICE, chosen);
          setEntityRef(chosen);
        }}
      />
    );
  }
  return (
    <ProxiedSignInPage
      provider="personas"
      headers={{ 'x-persona': entityRef! }}
      onSignInSuccess={identity => props.onSignInSuccess(withSignOut(identity))}
    />
  );
}

/** Signing out leads back to the list of people. */
function withSignOut(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    async signOut() {
      sessionStorage.removeItem(CHOICE);
      await identity.signOut();
      window.location.reload();
    },
  };
}
