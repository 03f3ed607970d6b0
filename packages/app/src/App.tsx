import { createApp } from '@backstage/frontend-defaults';
import { catalogWithCriticality } from './modules/catalog';
import { navModule } from './modules/nav';

export default createApp({
  features: [catalogWithCriticality, navModule],
});
