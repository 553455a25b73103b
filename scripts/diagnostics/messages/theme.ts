import type { Messages } from '../message.js';

export const themeMessages = {
} as const satisfies Messages;
