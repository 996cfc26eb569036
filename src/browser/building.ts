/** Whether the page is being built, not read: what is of no use without scripts is left out then. */
export const isBuilding = import.meta.env.SSR;
