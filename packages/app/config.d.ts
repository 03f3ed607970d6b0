export interface Config {
  auth?: {
    providers?: {
      /** Signs in without a password; refused in production. */
      personas?: {
        /** Lets a production build sign in this way, for browser tests only. */
        dangerouslyAllowInProduction?: boolean;
        /**
         * The people to choose from.
         * @deepVisibility frontend
         */
        users: Array<{
          /** The User entity, such as `user:default/anna-lindqvist`. */
          entityRef: string;
          name: string;
          /** What the person is here to do. */
          role: string;
          team: string;
        }>;
      };
    };
  };
}
