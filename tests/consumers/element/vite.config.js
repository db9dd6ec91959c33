import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  build: { target: "es2023" },
  optimizeDeps: { exclude: ["mubin"] }, // the development server leaves the addresses of its files as they are
});
