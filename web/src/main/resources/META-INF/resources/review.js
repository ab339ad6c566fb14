// Shows a span while its ends move; every form works without it, and the keys are those of app.js.

// Offsets count code points, as the server does; the server checks them against the stored text.
const words = document.getElementById("span-words");
if (words) {
  const text = Array.from(words.dataset.text);
  const ends = document.querySelectorAll("[data-end]");
  ends.forEach((end) =>
    end.addEventListener("input", () => {
      const [from, to] = Array.from(ends, (field) => Number(field.value));
      words.textContent = from < to ? text.slice(from, to).join("") : "";
    }),
  );
}
