import type { Messages } from '../message.js';

export const ebookMessages = {
} as const satisfies Messages;
