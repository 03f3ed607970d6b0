import type { ConfigApi } from '@backstage/core-plugin-api';

/** The title of the app, as Backstage shows it in the browser tab. */
export function appTitleIn(config: ConfigApi): string {
  return config.getOptionalString('app.title') || 'Backstage';
}
