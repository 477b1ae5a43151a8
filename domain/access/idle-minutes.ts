/** How long a session lives without being used, in minutes; each use begins it anew. The browser warns before it ends. */
export const idleMinutes = { applicant: 60, officer: 480 } as const;
