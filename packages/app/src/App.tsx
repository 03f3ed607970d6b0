import { createApp } from '@backstage/frontend-defaults';
import { catalogWithCriticality } from './modules/catalog';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

export default createApp({
  features: [catalogWithCriticality, navModule, signInModule],
});
