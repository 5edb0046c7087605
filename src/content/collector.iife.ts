export {}; console.log("content")
