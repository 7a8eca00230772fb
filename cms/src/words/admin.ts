/** Words of Payload's own screens that are put in ours. */
export const adminWords = {
  authentication: {
    login: 'Sign in',
    logOut: 'Sign out',
    logout: 'Sign out',
    loggedOutSuccessfully: 'You are signed out.',
  },
  general: {
    createNew: 'Add new',
    createdAt: 'Begun on',
    email: 'E-mail',
    lastModified: 'Last saved',
    submissionSuccessful: 'Saved.',
    updatedAt: 'Saved on',
    updatedSuccessfully: 'Saved.',
  },
} as const;
